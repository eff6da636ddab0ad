"""Makes sorrel-addis.docx. Run by hand (needs python-docx); the file is kept."""

from datetime import datetime
from pathlib import Path

from docx import Document

document = Document()
properties = document.core_properties
properties.author = "Sorrel Addis"
properties.title = "Sorrel Addis, CV"
properties.created = properties.modified = datetime(2026, 10, 5, 9, 30)
document.add_heading("Sorrel Addis", 0)
document.add_paragraph("Bristol, United Kingdom | sorrel.addis@example.org | +44 117 496 0355")
document.add_heading("Profile", 1)
document.add_paragraph(
    "Test engineer who likes instruments with knobs. Eleven years of making failures repeat themselves, in laboratories "
    "first and in data centres since."
)
document.add_heading("Experience", 1)
for title, employer, dates, points in [
    ("Senior Test Engineer", "Pennine Post", "May 2020 - Present", ["Bench of 60 devices, one button.", "Release notes that people read."]),
    ("Test Engineer", "Osgood Instruments", "Sep 2015 - Apr 2020", ["Drift tests for thermal cameras."]),
]:
    document.add_paragraph(f"{title}, {employer}").runs[0].bold = True
    document.add_paragraph(dates)
    for point in points:
        document.add_paragraph(point, style="List Bullet")
document.add_heading("Education", 1)
document.add_paragraph("Severn Bank University")
document.add_paragraph("BEng Electronic Engineering, 2012 - 2015")
document.add_heading("Skills", 1)
table = document.add_table(rows=1, cols=2)
table.rows[0].cells[0].text = "Python, LabVIEW"
table.rows[0].cells[1].text = "Soldering, patience"
document.save(Path(__file__).with_name("sorrel-addis.docx"))
