"""The questions that the graph answers by name: one `.rq` file each, beside this one.

A file opens with comment lines that say what it asks, then holds plain SPARQL:

    # title: What does one post hold?
    # explanation: Every assignment of a holder, with the words that say so.
    # number: 6
    # group: Owners
    # parameter name string "": part of the holder's name
    # column holder: the holder's name
    # address iri (owner, due): the assignment
    SELECT ...

A parameter is bound as a term to the variable of its name; no text is ever pasted into a query. A column called an
address is for programs, and leads to the words that prove the row: those of the fields in brackets.
"""

from __future__ import annotations

from answerable.graph.questions.asking import all_questions, ask, load_question
from answerable.graph.questions.parameters import Parameter
from answerable.graph.questions.question import Address, Column, Question, parse_question
from answerable.graph.questions.quoting import Quote, Quoted, quoted

__all__ = [
    "Address",
    "Column",
    "Parameter",
    "Question",
    "Quote",
    "Quoted",
    "all_questions",
    "ask",
    "load_question",
    "parse_question",
    "quoted",
]
