"""One function a URL, a module a page of this room."""
