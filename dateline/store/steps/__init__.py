"""What leads from one version of the schema to the next: one file a step, never changed after a release."""
