"""What a person can read, as people write it → as a file has it: asked of what a type has refused, for the mend."""
