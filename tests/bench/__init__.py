"""`make bench`: how fast the portal is, as ratios to a reference taken in the same run.

A measure runs as a job in a process of its own, so that its peak memory is its own, on a database
that only measures use (`…_bench…`, beside the portal's own).
"""
