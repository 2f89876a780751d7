"""The offline detector: cues and linguistic rules, one family a module.

Each module has `find(reading) -> Iterator[Move]`. A cue is a proposition, not a
word: it needs a speaker or an agent, and looks for negation, condition and later
reversal around it.
"""
