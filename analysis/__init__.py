"""Sounding the Charge: numbers, slogans and targets in Chinese new-year mobilisation texts.

Each module is one concept of the study; imports run one way, from raw text to published figure
(`tests/test_architecture.py` holds the order). Everything above `publish` is pure: tables in, tables out.
"""
