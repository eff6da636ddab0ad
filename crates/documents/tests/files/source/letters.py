from docx import Document
from docx.shared import Pt
from docx.oxml.ns import qn
from docx.oxml import OxmlElement, parse_xml
from docx.opc.constants import RELATIONSHIP_TYPE as RT
import datetime
d = Document()
d.core_properties.author = "Ilse Marchetti"
d.core_properties.created = d.core_properties.modified = datetime.datetime(2026, 1, 5)
d.sections[0].header.paragraphs[0].text = "Ilse Marchetti, résumé of January 2026"
d.sections[0].footer.paragraphs[0].text = "References on request"
d.add_paragraph("Ilse Marchetti", style="Title")
p = d.add_paragraph("Write to ")
def link(p, url, text):
    rid = p.part.relate_to(url, RT.HYPERLINK, is_external=True)
    h = OxmlElement("w:hyperlink"); h.set(qn("r:id"), rid)
    r = OxmlElement("w:r"); t = OxmlElement("w:t"); t.text = text; r.append(t); h.append(r); p._p.append(h)
link(p, "mailto:ilse@marchetti.example?subject=Hello&body=Hi", "ilse@marchetti.example")
p.add_run(" or see ")
link(p, "https://marchetti.example/", "marchetti.example")
d.add_heading("Experience", 1)
p = d.add_paragraph(); r = p.add_run("Product Designer,\tHollin & Vane"); r.bold = True; r.font.size = Pt(13)
p.add_run().add_break(); r = p.add_run("2018 – 2024"); r.bold = True; r.font.size = Pt(13)
d.add_paragraph("Redrew the booking flow; drop-outs fell by a third", style="List Bullet")
d.add_paragraph("Ran 120 interviews with first-time travellers", style="List Bullet")
d.add_paragraph("")
p = d.add_paragraph("Shown in full. ")
r = p.add_run("Hidden from everyone. "); r.font.hidden = True
x = parse_xml('<w:del xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:id="9" w:author="I"><w:r><w:delText>Struck out. </w:delText></w:r></w:del>')
p._p.append(x); p.add_run("Kept.")
d.add_heading("Education", 2)
t = d.add_table(rows=2, cols=2)
for row, (a, b) in zip(t.rows, [("2012 – 2015", "BA Graphic Design, Ostermere School of Art"), ("2016", "Certificate in Typography")]):
    row.cells[0].text = a; row.cells[1].text = b
box = '''<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>Speaks Italian and Dutch</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>Speaks Italian and Dutch</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>'''
p = d.add_paragraph("Languages"); p._p.append(parse_xml(box))
d.save("letters.docx")
