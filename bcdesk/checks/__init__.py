"""A paper judged rule by rule, from what was read of the written file and from its pages."""
