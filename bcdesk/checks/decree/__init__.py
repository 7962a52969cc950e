"""The rules of the decree by the parts of the paper, each group a tuple of rules at the end of its module."""
