"""The editor in the browser: forms for Sveltia CMS, made of what is declared, and its program, served by us alone."""
