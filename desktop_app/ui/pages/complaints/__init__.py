"""The page of complaints and reviews: taken in seconds, answered in time, made good."""
