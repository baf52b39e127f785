// What the HTTP API under /api takes and gives. The server half is dateline/web; tests/web holds the two together.
// Offsets ("span") are half-open ranges of Unicode code points of the article's text, as everywhere in Dateline;
// `Mark.start` and `Mark.end` are UTF-16 units, so that a browser can slice with them.

export type Day = string; // "2024-07-29"
export type Moment = string; // "2024-07-29T12:00:00.000000Z"
export type Span = [number, number];
export type Quad = "verbal_cooperation" | "material_cooperation" | "verbal_conflict" | "material_conflict";
export type Status = "happened" | "ongoing" | "planned" | "hypothetical" | "negated";
export type Precision = "exact" | "settlement" | "district" | "region" | "country";
export type Role = "reader" | "reviewer" | "admin";

/** The filters of every list, map, timeline, facet and relation; arrays are repeated parameters (type=A&type=B). */
export interface Filters {
  since?: Day;
  until?: Day;
  published_since?: Day; // the day of the report
  published_until?: Day;
  country?: string[]; // ISO 3166 alpha-3, or a part of the world ("Sahel")
  region?: string[]; // first divisions of countries, as `admin1` has them
  near?: string; // "LAT,LON,KM"
  bbox?: string; // "WEST,SOUTH,EAST,NORTH" in degrees; WEST > EAST crosses the date line
  actor?: string; // "MLI", "MLI:MIL", ":REB", an actor key, the id of an actor page, or words of a name
  recipient?: string;
  party?: string; // in any role
  dyad?: string; // "MLI:MIL>MLI:REB": who acts on whom, or does something with whom; "*" is anybody
  type?: string[];
  mode?: string[];
  context?: string[];
  quad?: Quad[];
  status?: Status[];
  source?: string[]; // publisher
  article?: string[];
  confidence?: number; // at least, 0 to 1
  min_origins?: number;
  text?: string; // full text: words, "a phrase", a OR b, -without
  reviewed?: "yes" | "no";
  edited?: boolean;
  as_of?: string; // a day or a moment
  without?: ("date" | "place")[]; // what is not told
  recorded_since?: string; // new or changed since the start of a day (UTC), or a moment
}

/** Lists: `limit` (1 to 500, 50 where not given) and `cursor` (the `next` of the page before). */
export interface Page<T> {
  items: T[];
  next: string | null;
  /** On the first page only, else null; `at_least` where counting stopped there. */
  total: { count: number; at_least: boolean } | null;
}

export interface ApiError {
  error: { code: ErrorCode; message: string; field?: string; current?: unknown };
}
export type ErrorCode =
  | "bad_request" // 400
  | "login" // 401
  | "forbidden" // 403
  | "csrf" // 403: get the session again, then repeat
  | "host" // 421
  | "not_found" // 404
  | "method" // 405
  | "conflict" // 409: `current` is the present state (an Event)
  | "too_large" // 413
  | "invalid" // 422
  | "too_many" // 429, with Retry-After
  | "internal" // 500
  | "unavailable"; // 503: the store cannot be read or written now

// --- Session, status, codebook ---------------------------------------------------------------------------------

/** GET /api/session; POST {name, password} logs in; DELETE logs out. */
export interface Session {
  user: { name: string; role: Role } | null; // null: log in first
  open: boolean; // on loopback without accounts: everybody here is admin under the name of the login
  csrf: string; // to be sent as header X-CSRF-Token with every request that is not GET
}

/** GET /api/status */
export interface ServerStatus {
  version: string;
  store: string;
  articles: number;
  events: number;
  incidents: number;
  statements: number;
  first_day: Day | null;
  last_day: Day | null;
  samples: boolean; // sample reports can be added with one call
  waiting: number; // what merging still has to look at
}

/** GET /api/codebook */
export interface Codebook {
  id: string;
  title: string;
  types: {
    name: string; label: string; quad: Quad; score: number; meaning: string;
    recipient_required: boolean; modes: { name: string; score: number; meaning: string }[];
  }[];
  quads: { name: Quad; label: string }[];
  contexts: { name: string; meaning: string }[];
  sectors: { name: string; meaning: string }[];
  statuses: Status[];
  countries: { code: string; name: string }[]; // ISO countries and IGO, UNO, EUR, NGO, IMG, MNC
  world: string[]; // parts of the world that stand for their countries
  counts: string[]; // killed, injured, ...
  precisions: Precision[];
  fields: string[]; // what can be edited
}

// --- Pieces of records (docs/reference/records.md) ----------------------------------------------------------------

export interface Piece { text: string; span: Span }
export interface ArticleStub {
  id: string; url: string | null; publisher: string | null; title: string | null; published: string | null;
  opening?: string | null; // the first words of one without a title, in lists of articles, passages and copies
}
export interface Party extends Piece {
  name: string | null; country: string | null; sectors: string[]; id: string | null; basis: string;
  actor?: string | null; // id of the actor's page (in answers of the API)
}
export interface Place extends Piece {
  name: string | null; country: string | null; admin1: string | null; lat: number | null; lon: number | null;
  geonames_id: number | null; precision: Precision | null; basis: string;
}
export interface When extends Piece { start: Day | null; end: Day | null; precision: string | null; basis: string }
export interface Count extends Piece { what: string; min: number | null; max: number | null }
export interface Voice extends Party { cue: Piece | null }

export interface Review {
  id: string; verdict: "accept" | "fix" | "reject"; by: string; at: Moment; reason: string; fields: string[];
}

/** An event as it is known, in lists and by itself. */
export interface Event {
  record: "event";
  id: string;
  article: ArticleStub;
  codebook: string;
  type: string;
  modes: string[];
  contexts: string[];
  quad: Quad;
  intensity: number;
  cameo: string | null;
  trigger: Piece;
  actors: Party[];
  recipients: Party[];
  where: Place[];
  when: When | null;
  counts: Count[];
  status: Status;
  hedge: Piece | null;
  according_to: Voice[];
  evidence: Piece;
  story_event: string;
  confidence: number;
  passage: string;
  edited: string[];
  added_by: string | null; // who added it by hand
  run: string;
  recorded: Moment;
  superseded: Moment | null;
  rejected: boolean;
  incident: string | null;
  reviews: Review[];
  etag: string; // to be sent back with every decision about it
}

export interface Edit {
  record: "edit"; id: string; event: string; passage: string; field: string; value: unknown; by: string; at: Moment; reason: string;
  withdrawn: { by: string; at: Moment; reason: string } | null;
}
export interface IncidentEdit {
  record: "incident_edit"; id: string; incident: string; field: string; value: unknown; by: string; at: Moment; reason: string;
  withdrawn: { by: string; at: Moment; reason: string } | null;
}
export interface Judgement {
  record: "judgement"; id: string; left: string; right: string; verdict: "same" | "different"; by: string; at: Moment; reason: string;
  withdrawn: { by: string; at: Moment; reason: string } | null;
}

/** GET /api/events/{id} */
export interface EventPage {
  event: Event;
  versions: Event[]; // as coded, coded again and edited, oldest first
  edits: Edit[];
  judgements: Judgement[];
  passage: Passage; // the sentence with what stands around it
}

/** GET /api/events/{id}/explain; codes the article again, so the first call takes seconds */
export interface Explanation {
  found: boolean; // false: the present model no longer codes this event (`reason` says so)
  reason: string | null;
  sentence: { text: string; part: string; span: Span } | null;
  marks: Mark[]; // in the sentence, UTF-16 units of `sentence.text`
  scores: { type: string; probability: number }[]; // best first
  rule: string | null;
  found_by: { field: string; text: string; value: string; basis: string }[];
}

// --- Incidents ------------------------------------------------------------------------------------------------

export interface IncidentItem {
  id: string;
  summary: string;
  type: string | null;
  modes: string[];
  quad: Quad | null;
  status: Status | null;
  start: Day | null;
  end: Day | null;
  time_precision: string | null;
  place: {
    name: string | null; country: string | null; admin1: string | null; lat: number | null; lon: number | null;
    precision: Precision | null;
  } | null;
  actors: { name: string; country: string | null; sectors: string[] }[];
  recipients: { name: string; country: string | null; sectors: string[] }[];
  /** `min` to `max` is what is shown (one of them null: open), `low` to `high` what the reports say. */
  killed: { low: number | null; best: number | null; high: number | null; min: number | null; max: number | null } | null;
  origins: number;
  outlets: string[];
  articles: string[];
  urls: (string | null)[]; // the addresses of `articles`, in their order
  events: number;
  disputed: string[]; // fields on which passages contradict one another
  edited: string[]; // fields that people set
  found: Moment | null; // when it became known
  changed: Moment | null; // when what is known of it last changed
}

export interface Version {
  value: unknown; event: string; article: string; origin: string; publisher: string | null; published: string | null;
  said_by: string[]; stance: "told" | "claimed" | "alleged" | "denied"; hedge: string | null;
}
export interface Shown {
  field: string; value: unknown; rule: string; low: number | null; high: number | null; versions: Version[];
  set_by: { edit: string; by: string; at: Moment; reason: string } | null; // who set the value, whatever the versions say
  together: unknown[]; // all parties of a side where one passage names several, contexts told equally often, `value` among them
}

/** Words of an article around an event's sentence; marks are UTF-16 units of `text`. */
export interface Passage {
  event: string; // the event's id now
  passage: string;
  article: ArticleStub;
  text: string;
  start: number; // where `text` begins in the article, in code points
  cut: { before: boolean; after: boolean }; // whether the article goes on
  marks: Mark[];
}

/** A role of words: which event or statement, which field of it, which entry of the field. */
export interface Mark {
  start: number;
  end: number;
  role:
    | "trigger" | "actor" | "recipient" | "place" | "time" | "count" | "source" | "cue" | "hedge"
    | "evidence" | "content" | "speaker";
  field: string; // "actors", "where", "counts.killed", ...
  index: number;
  event: string | null;
  statement: string | null;
}

export interface Change {
  incident: string; at: Moment; kind: string; cause: string; words: string; field: string | null;
  old: unknown; new: unknown;
}
export interface Link { left: string; right: string; score: number; reasons: string[]; by: string }

/** GET /api/incidents/{id} */
export interface IncidentPage {
  incident: IncidentItem;
  shown: Shown[];
  events: Event[];
  passages: Passage[]; // one an event, by publication
  origins: {
    id: string; agency: string | null; article: ArticleStub | null;
    copies: { article: ArticleStub; share: number; basis: string }[];
  }[];
  links: Link[];
  judgements: Judgement[];
  edits: IncidentEdit[]; // those that hold
  changes: Change[]; // oldest first
  moved: string | null; // where the asked id was merged into this incident: the asked id
}

/** GET /api/incidents/map and /api/events/map; `zoom` 0 to 20 (as web maps count), `bbox` the part that is seen */
export interface MapAnswer {
  points: {
    lat: number; lon: number; count: number; precision: "exact" | "settlement" | "district";
    id: string | null; // where it is one
    quads: Partial<Record<Quad, number>>;
    label: string | null; others: boolean; // the name of the fullest place; whether others were put together with it
    bounds: [number, number, number, number]; // west, south, east, north of what was put together
  }[];
  areas: {
    precision: "region" | "country"; country: string | null; admin1: string | null; name: string | null;
    lat: number; lon: number; count: number; id: string | null; quads: Partial<Record<Quad, number>>;
  }[];
  unplaced: number;
}

/** GET /api/incidents/timeline and /api/events/timeline; `unit` day, week, month, year (not given: what fits) */
export interface Timeline {
  unit: "day" | "week" | "month" | "year";
  bars: { start: Day; counts: Partial<Record<Quad, number>>; total: number }[]; // gaps are left out
  undated: number;
}

/** GET /api/incidents/facets and /api/events/facets */
export interface Facets {
  total: number;
  facets: { field: "type" | "quad" | "status" | "country" | "region" | "source"; values: { value: string; count: number }[] }[];
}

/** A number added up: the best numbers, the least and the greatest told; `more`: or more; so many incidents tell one. */
export interface Figure { best: number; low: number; high: number; more: boolean; of: number }
export interface Sum {
  key: string[]; // its parts, empty where not known
  incidents: number; reports: number; quads: Partial<Record<Quad, number>>; figures: Record<string, Figure>;
}
export type SumBy = "country" | "region" | "place" | "type" | "status" | "day" | "week" | "month" | "year";
/** GET /api/incidents/sums: numbers are those of incidents that happened or go on. */
export interface Sums { by: SumBy; rows: Sum[]; whole: Sum }

// --- Articles, statements -----------------------------------------------------------------------------------------

export interface ArticleItem extends ArticleStub {
  language: string | null; source: string | null; added: Moment; events: number; statements: number; words: number;
  withdrawn: ArticleWithdrawn | null; // it does not count
}
export interface ArticleWithdrawn { id: string; by: string; at: Moment; reason: string } // id: of what is to be undone
/** POST /api/articles/{id}/events: each value by the place of its words in the article */
export interface AdditionRequest {
  trigger: Span; type: string; modes: string[]; contexts: string[]; status: Status; actors: Span[]; recipients: Span[];
  places: Span[]; time: Span | null; counts: CountedWords[]; hedge: Span | null; sources: Span[]; reason: string;
}
export interface CountedWords { what: string; span: Span; value: string | null } // value: where the words do not say it
export interface Statement {
  record: "statement"; id: string; article: ArticleStub; source: Party | null; cue: Piece | null; content: Piece;
  quoted: boolean; events: string[]; run: string; recorded: Moment; superseded: Moment | null;
}

/** GET /api/articles/{id} */
export interface ArticlePage {
  article: ArticleItem;
  text: string; // shown as text only, never as HTML
  events: Event[]; // in text order
  statements: Statement[];
  marks: Mark[]; // UTF-16 units of `text`
  origin: { id: string; agency: string | null; copies: { article: ArticleStub; share: number }[] } | null;
  revises: string | null;
}

// --- Actors -------------------------------------------------------------------------------------------------------

export interface ActorItem {
  id: string; name: string | null; country: string | null; sectors: string[]; key: string | null; // key in the actor list
  as_actor: number; as_recipient: number; as_voice: number;
}
/** GET /api/actors/{id} */
export interface ActorPage {
  actor: ActorItem;
  forms: ActorItem[]; // every name, country and sectors it goes by
  names: { text: string; count: number }[]; // the words of articles
  roles: { month: string; role: "actor" | "recipient" | "voice"; count: number }[];
  quads: { quad: Quad; as_actor: number; as_recipient: number }[];
  partners: Counterpart[]; // by cooperation
  opponents: Counterpart[]; // by conflict
  listed: { key: string; name: string; entries: Record<string, string>[] } | null; // what the actor list says
  decisions: ActorDecision[];
}
export interface Counterpart { actor: ActorItem; cooperation: number; conflict: number }
export interface ActorDecision {
  id: string; kind: "merge" | "rename"; actor: string; into: string | null; name: string | null; by: string; at: Moment;
  reason: string; withdrawn: { by: string; at: Moment; reason: string } | null;
}

// --- Relations ----------------------------------------------------------------------------------------------------

export interface Balance { count: number; intensity: number } // intensity: sum of the scores
/** GET /api/relations/series?a=MLI,BFA&b=RUS&unit=month&direction=both|out|in; b left out: everybody */
export interface Series {
  a: string[]; b: string[]; unit: "month" | "quarter" | "year" | "week"; direction: "both" | "out" | "in";
  undated: number; // events that no point counts
  unknown: string[]; // parties that no event has, where nothing was found
  points: { start: Day; cooperation: Balance; conflict: Balance }[];
  turning: {
    start: Day; before: number; after: number; // mean intensity per event on either side
    kind: "towards conflict" | "towards cooperation"; events: Event[];
  }[];
}
/** GET /api/relations/network?level=country|sector&limit= */
export interface Network {
  nodes: { id: string; label: string; country: string; sector: string | null; events: number }[];
  edges: { from: string; to: string; events: number; cooperation: number; conflict: number }[];
  months: { first: string | null; last: string | null };
}
/** GET /api/relations/matrix?level=country|sector&limit= ; cells in the order of `parties`, empty ones left out */
export interface Matrix {
  parties: { id: string; label: string }[];
  cells: { from: string; to: string; events: number; cooperation: number; conflict: number }[];
}

// --- Review -------------------------------------------------------------------------------------------------------

/** GET /api/review/queue?round=first|second|sample&order=mixed|unsure|consequential */
export interface ReviewItem {
  event: Event;
  passage: Passage;
  priority: number;
  why: string[]; // in words
}
/** What a decision (review, edit, judgement, split, merge, actor decision) comes to; `id` is what undo takes. */
export interface Decision {
  id: string;
  kind: "review" | "edit" | "judgement" | "split" | "join" | "actor" | "addition" | "withdrawal";
  words: string;
  event: Event | null; // its new state; null: rejected, or not about one event
  incidents: string[]; // those that merging looked at again
}
/** A question that is kept under a name; `query` are its filters as parameters. */
export interface Watch { id: string; name: string; query: Filters; words: string; by: string; at: Moment; told: Moment }
/** What is new of one incident for a question; `gone`: it is there no more, `changes` are in short. */
export interface News {
  kind: "new" | "fits now" | "changed" | "fits no more"; what: string[]; incident: IncidentItem; gone: boolean;
  origins_before: number; changes: Change[];
}
/** GET /api/watches/{id}/news ; counts as told when `upto` and `total` are sent to …/seen */
export interface NewsAnswer { watch: Watch; since: Moment; upto: number; total: number; items: News[] }

/** GET /api/watches/news?from= (with Filters): what is new for a question that nobody keeps; `all` before kind and what narrow */
export interface NewsPart {
  since: Moment; all: number; total: number;
  kinds: { value: News["kind"]; count: number }[]; whats: { value: string; count: number }[]; items: News[];
}

/** GET /api/decisions?mine= ; latest first */
export interface Decided {
  id: string; kind: "review" | "edit" | "judgement" | "split" | "join" | "actor" | "addition" | "withdrawal"; by: string; at: Moment; words: string; reason: string;
  events: string[]; article: string | null; undone: { by: string; at: Moment; reason: string } | null;
}
/** POST /api/decisions/lines (a file of decision lines, `replace`) */
export interface Applied {
  made: number;
  known: number;
  refused: { id: string; reason: string }[];
}
/** GET /api/review/progress */
export interface Progress {
  reviewed: number; // passages
  remaining: number;
  today: number;
  reviewers: { name: string; accept: number; fix: number; reject: number }[];
  agreement: { pairs: number; share: number | null; kappa: number | null }; // of passages reviewed by two people
}
/** GET /api/review/precision?sample= ; Wilson intervals at 95 % */
export interface PrecisionTable {
  rows: PrecisionRow[]; // by type, most reviewed first
  total: PrecisionRow;
  fields: { field: string; n: number; right: number; share: number | null; low: number | null; high: number | null }[];
}
export interface PrecisionRow {
  type: string; n: number; right: number; share: number | null; low: number | null; high: number | null;
}

// --- Adding reports -----------------------------------------------------------------------------------------------

export interface Job {
  id: string;
  state: "waiting" | "coding" | "merging" | "done" | "failed" | "stopped";
  what: string; // "pasted text", "3 files", "sample reports"
  done: number; // articles
  total: number | null;
  articles: { id: string; title: string | null; opening?: string | null; published: string | null; events: number; statements: number }[]; // the first 200
  here: Job["articles"]; // the first of those that the store had already
  added: number;
  known: number;
  events: number;
  statements: number;
  skipped: { source: string; reason: string }[];
  notes: string[];
  error: string | null;
  started: Moment | null;
  finished: Moment | null;
}

// --- Small lookups -------------------------------------------------------------------------------------------------

/** GET /api/places?q=Gao&country=MLI */
export interface PlaceFound {
  name: string; country: string | null; admin1: string | null; lat: number; lon: number; geonames_id: number | null;
  precision: Precision; population: number | null;
}
/** GET /api/tokens, for admins ?all=true; POST {name} gives one with `secret`, shown once; DELETE /api/tokens/{id} */
export interface Tokens { items: Token[]; may_make: boolean } // only an account has tokens
export interface Token { id: string; user: string; name: string; created: Moment; used: Moment | null; secret?: string }
/** GET /api/accounts (admin); POST NewAccount gives an Account; POST /api/accounts/{name} AccountChange; DELETE */
export interface Accounts { items: Account[]; open: boolean } // open: this server asks nobody to log in
export interface Account { name: string; role: Role; created: Moment; disabled: boolean; seen: Moment | null; tokens: number }
/** GET /api/audit?by=&action=&since=&until=&about= (admin), format=csv or jsonl for all of it */
export interface AuditItem {
  id: number; at: Moment; by: string; action: string; object: string; about: Thing[]; words: string; detail: unknown;
  address: string | null;
}
export interface Thing { kind: "event" | "article" | "incident" | "actor" | "job" | "account" | "token"; id: string }
/** GET /api/audit/names (admin) */
export interface AuditNames { people: string[]; actions: string[] }
