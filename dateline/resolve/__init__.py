"""Resolvers: who, when, where and how many the words of an article stand for."""
