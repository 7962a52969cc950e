"""The panel of remarks under the report: what is wrong or to be looked at again, where, and what can be done."""
