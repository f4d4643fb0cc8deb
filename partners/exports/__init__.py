"""The directory as others may read it: HSDS 3.2, without anything that is not for everybody."""
