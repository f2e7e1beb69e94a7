"""Stand-ins that record what they were asked, over the same protocols as the real thing."""
