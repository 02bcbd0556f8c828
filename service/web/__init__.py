"""HTTP: routes, content negotiation, problems.  The only package that knows Flask."""
