"""Write the data files of the second folder, by seeded chance."""
