"""Agreements: what did sides agree, sign, plan or call off?"""
