"""Events: which acts does an article report, by whom and towards whom?"""
