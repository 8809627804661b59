"""Subjects of the All Science Journal Classification (ASJC) -> the 26 fields of study that refcheck tells apart.

Crossref printed these names in a record's ``subject``; OpenAlex uses the same 26 fields. A name that several fields share is
listed under each; "General X", "X(all)" and "X (miscellaneous)" are X.
"""

from __future__ import annotations

import re

_SUBJECTS = {
    "Agricultural and Biological Sciences": "Agronomy and Crop Science|Animal Science and Zoology|Aquatic Science|Ecology, Evolution, "
    "Behavior and Systematics|Food Science|Forestry|Horticulture|Insect Science|Plant Science|Soil Science",
    "Arts and Humanities": "History|Language and Linguistics|Archeology (arts and humanities)|Classics|Conservation|"
    "History and Philosophy of Science|Literature and Literary Theory|Museology|Music|Philosophy|Religious studies|"
    "Visual Arts and Performing Arts",
    "Biochemistry, Genetics and Molecular Biology": "Ageing|Aging|Biochemistry|Biophysics|Biotechnology|Cancer Research|Cell Biology|"
    "Clinical Biochemistry|Developmental Biology|Endocrinology|Genetics|Molecular Biology|Molecular Medicine|Physiology|"
    "Structural Biology",
    "Business, Management and Accounting": "Accounting|Business and International Management|Management Information Systems|"
    "Management of Technology and Innovation|Marketing|Organizational Behavior and Human Resource Management|"
    "Strategy and Management|Tourism, Leisure and Hospitality Management|Industrial relations",
    "Chemical Engineering": "Bioengineering|Catalysis|Chemical Health and Safety|Colloid and Surface Chemistry|"
    "Filtration and Separation|Fluid Flow and Transfer Processes|Process Chemistry and Technology",
    "Chemistry": "Analytical Chemistry|Electrochemistry|Inorganic Chemistry|Organic Chemistry|Physical and Theoretical Chemistry|"
    "Spectroscopy",
    "Computer Science": "Artificial Intelligence|Computational Theory and Mathematics|Computer Graphics and Computer-Aided Design|"
    "Computer Networks and Communications|Computer Science Applications|Computer Vision and Pattern Recognition|"
    "Hardware and Architecture|Human-Computer Interaction|Information Systems|Signal Processing|Software",
    "Decision Sciences": "Information Systems and Management|Management Science and Operations Research|"
    "Statistics, Probability and Uncertainty",
    "Dentistry": "Dental Assisting|Dental Hygiene|Oral Surgery|Orthodontics|Periodontics",
    "Earth and Planetary Sciences": "Atmospheric Science|Computers in Earth Sciences|Earth-Surface Processes|Economic Geology|"
    "Geochemistry and Petrology|Geology|Geophysics|Geotechnical Engineering and Engineering Geology|Oceanography|Paleontology|"
    "Palaeontology|Space and Planetary Science|Stratigraphy",
    "Economics, Econometrics and Finance": "Economics and Econometrics|Finance",
    "Energy": "Energy Engineering and Power Technology|Fuel Technology|Nuclear Energy and Engineering|"
    "Renewable Energy, Sustainability and the Environment",
    "Engineering": "Aerospace Engineering|Automotive Engineering|Biomedical Engineering|Civil and Structural Engineering|"
    "Computational Mechanics|Control and Systems Engineering|Electrical and Electronic Engineering|"
    "Industrial and Manufacturing Engineering|Mechanical Engineering|Mechanics of Materials|Ocean Engineering|"
    "Safety, Risk, Reliability and Quality|Media Technology|Building and Construction|Architecture",
    "Environmental Science": "Ecological Modelling|Ecological Modeling|Ecology|Environmental Chemistry|Environmental Engineering|"
    "Global and Planetary Change|Health, Toxicology and Mutagenesis|Management, Monitoring, Policy and Law|"
    "Nature and Landscape Conservation|Pollution|Waste Management and Disposal|Water Science and Technology",
    "Health Professions": "Chiropractics|Complementary and Manual Therapy|Emergency Medical Services|"
    "Health Information Management|Medical Laboratory Technology|Medical Terminology|Occupational Therapy|Optometry|Podiatry|"
    "Physical Therapy, Sports Therapy and Rehabilitation|Radiological and Ultrasound Technology|Respiratory Care|"
    "Speech and Hearing",
    "Immunology and Microbiology": "Applied Microbiology and Biotechnology|Immunology|Microbiology|Parasitology|Virology",
    "Materials Science": "Biomaterials|Ceramics and Composites|Electronic, Optical and Magnetic Materials|Materials Chemistry|"
    "Metals and Alloys|Polymers and Plastics|Surfaces, Coatings and Films|Surfaces and Interfaces",
    "Mathematics": "Algebra and Number Theory|Analysis|Applied Mathematics|Computational Mathematics|Control and Optimization|"
    "Discrete Mathematics and Combinatorics|Geometry and Topology|Logic|Mathematical Physics|Modelling and Simulation|"
    "Modeling and Simulation|Numerical Analysis|Statistics and Probability|Theoretical Computer Science",
    "Medicine": "Anatomy|Anesthesiology and Pain Medicine|Biochemistry, medical|Biochemistry (medical)|"
    "Cardiology and Cardiovascular Medicine|Critical Care and Intensive Care Medicine|Complementary and alternative medicine|"
    "Dermatology|Drug guides|Embryology|Emergency Medicine|Endocrinology, Diabetes and Metabolism|Epidemiology|Family Practice|"
    "Gastroenterology|Genetics(clinical)|Genetics (clinical)|Geriatrics and Gerontology|Health Informatics|Health Policy|"
    "Hematology|Hepatology|Histology|Immunology and Allergy|Internal Medicine|Infectious Diseases|Microbiology (medical)|"
    "Nephrology|Clinical Neurology|Neurology (clinical)|Obstetrics and Gynecology|Obstetrics and Gynaecology|Oncology|"
    "Ophthalmology|Orthopedics and Sports Medicine|Otorhinolaryngology|Pathology and Forensic Medicine|"
    "Pediatrics, Perinatology and Child Health|Pediatrics, Perinatology, and Child Health|Pharmacology (medical)|"
    "Physiology (medical)|Psychiatry and Mental health|Public Health, Environmental and Occupational Health|"
    "Pulmonary and Respiratory Medicine|Radiology Nuclear Medicine and imaging|Radiology, Nuclear Medicine and imaging|"
    "Rehabilitation|Reproductive Medicine|Reviews and References, Medical|Rheumatology|Surgery|Transplantation|Urology",
    "Neuroscience": "Behavioral Neuroscience|Biological Psychiatry|Cellular and Molecular Neuroscience|Cognitive Neuroscience|"
    "Developmental Neuroscience|Endocrine and Autonomic Systems|Neurology|Sensory Systems",
    "Nursing": "Advanced and Specialized Nursing|Assessment and Diagnosis|Care Planning|Community and Home Care|"
    "Critical Care Nursing|Emergency|Fundamentals and skills|Gerontology|Issues, ethics and legal aspects|"
    "Leadership and Management|LPN and LVN|Maternity and Midwifery|Nutrition and Dietetics|Oncology (nursing)",
    "Pharmacology, Toxicology and Pharmaceutics": "Drug Discovery|Pharmaceutical Science|Pharmacology|Pharmacy|Toxicology",
    "Physics and Astronomy": "Acoustics and Ultrasonics|Astronomy and Astrophysics|Condensed Matter Physics|Instrumentation|"
    "Nuclear and High Energy Physics|Atomic and Molecular Physics, and Optics|Radiation|Statistical and Nonlinear Physics",
    "Psychology": "Applied Psychology|Clinical Psychology|Developmental and Educational Psychology|"
    "Experimental and Cognitive Psychology|Neuropsychology and Physiological Psychology|Social Psychology",
    "Social Sciences": "Archeology|Development|Education|Geography, Planning and Development|Health(social science)|"
    "Health (social science)|Human Factors and Ergonomics|Law|Library and Information Sciences|Linguistics and Language|"
    "Safety Research|Sociology and Political Science|Transportation|Anthropology|Communication|Cultural Studies|Demography|"
    "Gender Studies|Life-span and Life-course Studies|Political Science and International Relations|Public Administration|"
    "Urban Studies|Social Work",
    "Veterinary": "Equine|Food Animals|Small Animals",
}

FIELDS = tuple(sorted(_SUBJECTS))

_OPENALEX = {  # topic "field" as openalex_topics.csv prints it, where it is not an ASJC name with "&" for "and"
    "Agricultural Sciences": "Agricultural and Biological Sciences",
    "Anthropology": "Social Sciences",
    "Arts": "Arts and Humanities",
    "Biology": "Agricultural and Biological Sciences",
    "Biomedical Sciences": "Biochemistry, Genetics and Molecular Biology",
    "Business & Management": "Business, Management and Accounting",
    "Communication & Media Studies": "Social Sciences",
    "Earth & Planetary Sciences": "Earth and Planetary Sciences",
    "Economics": "Economics, Econometrics and Finance",
    "Education": "Social Sciences",
    "Geography": "Social Sciences",
    "History": "Arts and Humanities",
    "Languages & Linguistics": "Arts and Humanities",
    "Law": "Social Sciences",
    "Library & Information Science": "Social Sciences",
    "Literature": "Arts and Humanities",
    "Medicine & Clinical Sciences": "Medicine",
    "Nutrition & Dietetics": "Nursing",
    "Philosophy": "Arts and Humanities",
    "Physics & Astronomy": "Physics and Astronomy",
    "Political Science": "Social Sciences",
    "Public Health & Epidemiology": "Medicine",
    "Religion": "Arts and Humanities",
    "Sociology": "Social Sciences",
    "Statistics": "Mathematics",
    "Veterinary Medicine": "Veterinary",
}


def _index() -> dict[str, tuple[str, ...]]:
    index: dict[str, list[str]] = {}
    for field, names in _SUBJECTS.items():
        for name in (field, *names.split("|")):
            index.setdefault(name.lower(), []).append(field)
    return {name: tuple(fields) for name, fields in index.items()}


_INDEX = _index()


def fields_of_subject(subject: str) -> tuple[str, ...]:
    """The fields an ASJC subject (as Crossref prints it) belongs to; empty for "Multidisciplinary" and unknown names."""
    name = subject.strip().lower()
    if name in _INDEX:
        return _INDEX[name]
    return _INDEX.get(re.sub(r"^general |\s?\((all|miscellaneous)\)$", "", name), ())


def field_of_openalex(name: str) -> tuple[str, ...]:
    """The field an OpenAlex ``field`` column names; empty when it is none of the 26."""
    name = name.strip()
    name = _OPENALEX.get(name, name)
    return (name,) if name in FIELDS else ()
