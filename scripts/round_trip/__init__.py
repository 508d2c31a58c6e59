"""What `make roundtrip` is made of: values from schemas, requests from operations, and readers that know nothing of the generator."""
