"""One's own coding beside the incidents of the store."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import get


def dated(page: Page) -> list[dict[str, Any]]:
    """Incidents of one day at a town, those told by most reports first."""
    items = get(page, "/api/incidents?order=origins&limit=200")["items"]
    place = [one for one in items if one["place"] and one["place"]["precision"] == "settlement"]
    return [one for one in place if one["start"] and one["start"] == one["end"]]


def upload(page: Page, text: str) -> None:
    page.get_by_label("Table (CSV").set_input_files(
        {"name": "mine.csv", "mimeType": "text/csv", "buffer": text.encode()}
    )


def test_what_both_have_and_what_each_has_alone(page: Page) -> None:
    one = dated(page)[0]
    killed = int(one["killed"]["best"]) if one["killed"] else ""
    country = one["place"]["country"]
    page.goto("/review")
    page.get_by_role("link", name="Own coding").click()
    expect(page).to_have_title("Compare with own coding · Dateline")
    upload(
        page,
        "\ufeffevent_id_cnty,event_date,country,location,type,fatalities,notes\r\n"
        f'X1,{one["start"]},{country},{one["place"]["name"]},{one["type"]},{killed},"a note, with ""words"""\r\n'
        f"X2,{one['start']},{country},Nirgendwo,ASSAULT,999,\r\n"
        f"X3,some day,{country},,,,\r\n",
    )
    expect(page.get_by_text("mine.csv: 2 events")).to_contain_text("1 row without a day that can be read left out (4)")
    agreement = page.get_by_role("region", name="Agreement")
    expect(agreement).to_contain_text("50 % (1 of 2) of your events")
    expect(agreement.get_by_role("listitem").filter(has_text="Same place")).to_contain_text("1 of 1")
    table = page.get_by_role("region", name="Events and incidents")
    expect(table).to_contain_text('a note, with "words"')
    expect(table.locator(f'a[href="/incidents/{one["id"]}"]')).to_be_visible()
    page.get_by_role("button", name="Only yours").click()
    expect(table).to_contain_text("Nirgendwo")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.locator(".toast").last).to_contain_text("1 row copied")
    page.get_by_role("button", name="Only here").click()
    expect(table).not_to_contain_text("Nirgendwo")


def test_a_reload_keeps_the_table_until_it_is_taken_away(page: Page) -> None:
    one = dated(page)[0]
    page.goto("/compare")
    upload(page, f"date,country,place\n{one['start']},{one['place']['country']},{one['place']['name']}\n")
    page.get_by_label("Days apart").select_option("7")
    expect(page.get_by_role("region", name="Agreement")).to_contain_text("(1 of 1) of your events")
    page.reload()
    expect(page.get_by_text("mine.csv: 1 event")).to_be_visible()
    expect(page.get_by_label("Days apart")).to_have_value("7")
    expect(page.get_by_role("region", name="Agreement")).to_contain_text("(1 of 1) of your events")
    page.get_by_role("button", name="Take it away").click()
    page.reload()
    expect(page.get_by_label("Table (CSV")).to_be_visible()
    expect(page.get_by_text("mine.csv")).to_have_count(0)


def test_days_apart_and_places_decide(page: Page) -> None:
    one = dated(page)[0]
    day = f"{int(one['start'][8:])} {MONTHS[int(one['start'][5:7]) - 1]} {int(one['start'][:4]) + 1}"
    page.goto("/compare")
    upload(page, f"date;country;lat;lon\n{day};{one['place']['country']};{one['place']['lat']};{one['place']['lon']}\n")
    expect(page.get_by_role("region", name="Agreement")).to_contain_text("Both have 0")
    near = f"{one['start']}\t{one['place']['country']}\t{one['place']['lat'] + 0.05}\t{one['place']['lon']}"
    upload(page, f"date\tcountry\tlat\tlon\n{near}\n")
    expect(page.get_by_role("region", name="Agreement")).to_contain_text("100 % (1 of 1) of your events")
    upload(page, "colour,size\nred,4\n")
    expect(page.get_by_role("alert")).to_contain_text("Nothing in this table has a day")


MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"),
    "December",
)
