"""Speed and memory, as ratios against the bare spaCy parse of the same articles in the same run.

python -m bench speed  [FILE…]     documents a second: stock parse, pipeline, service with 1 and 2 workers; latency
python -m bench memory [FILE…]     a worker's memory over 2,000 different articles
python -m bench accuracy [FILE…]   all four layers against articles annotated for this project
"""
