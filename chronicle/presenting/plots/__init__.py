"""Pictures for a paper or a slide, by Altair and vl-convert (the extra `plot`), made without the network.

Each kind has a file with `chart(...)`; `framing` puts the title above and the sources below, `saving` writes SVG, PNG
or one page of HTML. Only these modules load Altair.
"""
