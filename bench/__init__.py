"""Speed, memory, accuracy, and how the service bears load and faults; all on this machine's loopback alone.

python -m bench speed    [FILE…]   documents a second: stock parse, pipeline, service with 1 and 2 workers; latency
python -m bench overhead [FILE…]   the service with as many workers as cores, over as many bare pipelines
python -m bench memory   [FILE…]   a worker's memory over 2,000 different articles
python -m bench load     [FILE…]   64 clients for 5 minutes on 2 workers, against 2 clients; health checks meanwhile
python -m bench soak     [FILE…]   memory over 20,000 short articles, no two alike
python -m bench stream   [FILE…]   50,000 lines through one request: first result, order, memory
python -m bench faults             killed processes, slow, greedy and deaf clients, a full disk: what others notice
python -m bench accuracy [FILE…]   all four layers on the articles that this project has annotated

Speed is a ratio against a yardstick in the same run, so a noisy machine does no harm.  Exit status 1: a bound
was broken.
"""
