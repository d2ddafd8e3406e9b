"""The questions that the graph answers by name: one `.rq` file each, beside this one.

A file opens with comment lines that say what it asks, then holds plain SPARQL:

    # title: What does one post hold?
    # explanation: Every assignment of a holder, with the words that say so.
    # parameter name string "": part of the holder's name
    # column holder: the holder's name
    SELECT ...

A parameter is bound as a term to the variable of its name; no text is ever pasted into a query.
"""

from __future__ import annotations

from answerable.graph.questions.asking import all_questions, ask, load_question
from answerable.graph.questions.parameters import Parameter
from answerable.graph.questions.question import Column, Question, parse_question

__all__ = ["Column", "Parameter", "Question", "all_questions", "ask", "load_question", "parse_question"]
