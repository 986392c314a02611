"""Pictures of the showcase: agreements in time, who works with whom."""
