"""The workbench: an HTTP API over a store, and the pages that use it.

- `server` puts `app` on an address; `config` and `parts` are what it is made with, `guard`, `limits` and `faults`
  stand before and behind every request.
- `routes/` are the endpoints, `models/` what they take and give. `asking` reads filters, `lists` answers the same for
  events and incidents, `shapes` and `answers` write records, `downloads` whole lists, `static` the built pages.
- Reports are added by `jobs`, coded by `coder` in a process of its own (`child`); `samples` are there to begin with.
- Words on a page: `marks`, `passages`, `openings`, `explaining`, `places`, `utf16`.
"""
