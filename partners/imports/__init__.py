"""Other people's directories: read in any form HSDS has had, brought to one shape, and written row by row accounted for."""
