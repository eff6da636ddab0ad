"""Writes ../blank.ttf: a font without a single shape, whose only letter is 0 wide."""
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib.tables._g_l_y_f import Glyph
fb = FontBuilder(1000, isTTF=True)
fb.font["head"].created = fb.font["head"].modified = 0
fb.font.recalcTimestamp = False
fb.setupGlyphOrder([".notdef"])
fb.setupCharacterMap({})
fb.setupGlyf({".notdef": Glyph()})
fb.setupHorizontalMetrics({".notdef": (0, 0)})
fb.setupHorizontalHeader(ascent=800, descent=-200)
fb.setupNameTable({"familyName": "Blank", "styleName": "Regular"})
fb.setupOS2()
fb.setupPost()
fb.save("blank.ttf")
