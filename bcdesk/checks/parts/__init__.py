"""The parts of a paper found one after the other: head, title, text, ending, appendices; and the lines under them."""
