"""Articles are parsed in processes of their own, which may be killed.

A parse that takes too long, or dies of its memory or of a fault in native code, costs its own article and no other; nor
does a parse keep busy the interpreter that clients wait for.

    front process ──connect──► the queue, a Unix socket ──accept──► whichever parser is idle

The queue is the kernel's: in order of arrival, bounded, and right however many processes share it or die.
"""
