"""One file a way to reach a person: how they speak to us, and how we speak to them."""
