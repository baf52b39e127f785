from tests.web.conftest import Client


def test_every_get(client: Client) -> None:
    event = client.get("/api/events").json()["items"][0]
    incident = client.get("/api/incidents").json()["items"][0]
    actor = event["actors"][0]["actor"]
    for path in (
        "/api/session", "/api/status", "/api/codebook", "/api/tokens", "/api/events", "/api/events/map", "/api/events/timeline",
        "/api/events/facets", f"/api/events/{event['id']}", "/api/incidents", "/api/incidents/map", "/api/incidents/timeline",
        "/api/incidents/facets", f"/api/incidents/{incident['id']}", "/api/articles", "/api/articles/a1", "/api/statements",
        "/api/actors", f"/api/actors/{actor}", "/api/relations/series?a=MLI", "/api/relations/network", "/api/relations/matrix",
        "/api/review/queue", "/api/review/progress", "/api/review/precision", "/api/decisions", "/api/judgements", "/api/edits",
        "/api/jobs", "/api/places?q=Gao", "/api/audit", f"/api/events/{event['id']}/explain", "/api/openapi.json", "/",
    ):
        answer = client.get(path)
        print(path, answer.status_code, answer.text[:300])
