"""The site while it is written: built after every save in a process of its own, shown in the browser meanwhile."""
