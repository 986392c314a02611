"""What the computer gives a run: its cores, its memory, its disk."""
