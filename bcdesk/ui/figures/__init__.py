"""The panel of figures under the report, and the view of their course over the periods of a kind."""
