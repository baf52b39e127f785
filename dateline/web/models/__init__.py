"""What the API takes and gives, for its description (OpenAPI) and its tests; answers are made from records directly."""
