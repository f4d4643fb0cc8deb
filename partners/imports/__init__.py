"""Other people's directories: read in any form HSDS has had, brought to one shape, each row accounted for."""
