// The frame around all pages: navigation, log-in, help, messages.

import { Component, type ComponentChildren, type JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Codebook, ServerStatus, Session } from "./api/types";
import { KnownContext, canReview, isAdmin, type Known } from "./book";
import { Failure, get, logOut, session as askSession, whenLoggedOut } from "./client";
import { isNowhere } from "./focus";
import { shortcutGroups, useKeys } from "./keys";
import { Busy, Failed, Icon, type IconName } from "./parts/bits";
import { Dialog } from "./parts/dialog";
import { Menu } from "./parts/menu";
import { Toasts, complain } from "./parts/toast";
import { learnCountries, learnMeanings } from "./words";
import { AccountsPage } from "./pages/accounts";
import { ActorPageView } from "./pages/actor";
import { ActorsPage } from "./pages/actors";
import { AddPage } from "./pages/add";
import { ArticlesPage } from "./pages/articles";
import { AuditPage } from "./pages/audit";
import { ComparePage } from "./pages/compare";
import { DecisionsPage } from "./pages/decisions";
import { EventRedirect } from "./pages/event";
import { IncidentView } from "./pages/incident";
import { IncidentsPage } from "./pages/incidents";
import { LoginPage } from "./pages/login";
import { NewsPage } from "./pages/news";
import { PasswordPage } from "./pages/password";
import { ReaderPage } from "./pages/reader";
import { RelationsPage } from "./pages/relations";
import { ReviewPage } from "./pages/review";
import { StatementsPage } from "./pages/statements";
import { TokensPage } from "./pages/tokens";
import { WelcomePage } from "./pages/welcome";
import { go, useWhere } from "./router";
import { applyTheme, isDark } from "./theme";

interface PageLink { href: string; words: string; more?: string; icon: IconName; key: string }

const LINKS: PageLink[] = [
  { href: "/", words: "Incidents", icon: "list", key: "i" },
  { href: "/news", words: "New", more: " and changed", icon: "log", key: "d" },
  { href: "/articles", words: "Articles", icon: "article", key: "a" },
  { href: "/review", words: "Review", icon: "check", key: "r" },
  { href: "/actors", words: "Actors", icon: "people", key: "p" },
  { href: "/relations", words: "Relations", icon: "relation", key: "e" },
  { href: "/add", words: "Add", more: " reports", icon: "add", key: "n" },
];
const ACCOUNT_LINKS: (PageLink & { admin?: boolean; login?: boolean })[] = [
  { href: "/tokens", words: "Tokens", icon: "key", key: "t" },
  { href: "/password", words: "Password", icon: "lock", key: "w", login: true },
  { href: "/accounts", words: "Accounts", icon: "people", key: "c", admin: true },
  { href: "/audit", words: "Audit log", icon: "log", key: "l", admin: true },
];

type Start =
  | { is: "asking" }
  | { is: "login"; session: Session }
  | { is: "failed"; failure: Failure }
  | { is: "in"; known: Omit<Known, "refresh"> };

export function App() {
  const [start, setStart] = useState<Start>({ is: "asking" });
  const begin = async () => {
    try {
      const session = await askSession();
      if (!session.user) return setStart({ is: "login", session });
      const [status, codebook] = await Promise.all([get<ServerStatus>("/api/status"), get<Codebook>("/api/codebook")]);
      learnCountries(codebook.countries);
      learnMeanings(codebook);
      setStart({ is: "in", known: { session, status, codebook } });
    } catch (error) {
      setStart({ is: "failed", failure: error instanceof Failure ? error : new Failure("internal", String(error), 0) });
    }
  };
  useEffect(() => {
    whenLoggedOut(() => void begin());
    void begin();
  }, []);
  if (start.is === "asking") return <div class="alone"><Busy what="Starting" rows={4} /></div>;
  if (start.is === "failed") return <main class="alone"><h1 class="brand-alone">Dateline</h1><Failed failure={start.failure} again={begin} /></main>;
  if (start.is === "login") return <LoginPage onDone={begin} />;
  const refresh = () => {
    get<ServerStatus>("/api/status").then((status) => setStart({ is: "in", known: { ...start.known, status } }), () => undefined);
  };
  return (
    <KnownContext.Provider value={{ ...start.known, refresh }}>
      <Frame session={start.known.session} onLogOut={begin}><Pages /></Frame>
    </KnownContext.Provider>
  );
}

function Frame({ session, onLogOut, children }: { session: Session; onLogOut: () => void; children: ComponentChildren }) {
  const { path } = useWhere();
  const [help, setHelp] = useState(false);
  const [dark, setDark] = useState(isDark());
  const turn = () => { applyTheme(dark ? "light" : "dark"); setDark(!dark); };
  const links = LINKS.filter(({ href }) => href !== "/add" || canReview(session));
  const more = ACCOUNT_LINKS.filter(({ admin, login }) => (!admin || isAdmin(session)) && !(login && session.open));
  useKeys("Everywhere", [
    ...[...links, ...more].map(({ href, words, more = "", key }) => ({ keys: `g ${key}`, does: `Go to ${(words + more).toLowerCase()}`, act: () => go(href) })),
    { keys: "/", does: "Search", act: () => document.querySelector<HTMLElement>("[data-search]")?.focus() },
    { keys: "Shift+D", does: "Light or dark", act: turn },
    { keys: "?", does: "Show the shortcuts of this page", act: () => setHelp(true) },
  ]);
  useLayoutEffect(() => { // before the page names itself more closely
    const found = [...LINKS, ...ACCOUNT_LINKS].find(({ href }) => isIn(path, href));
    document.title = found ? `${found.words}${found.more ?? ""} · Dateline` : "Dateline";
  }, [path]);
  const opened = useRef(false);
  useEffect(() => { // whoever goes on by keys or by ear is in the new page, not at the top of all
    if (opened.current && isNowhere(document.activeElement)) document.getElementById("main")?.focus({ preventScroll: true });
    opened.current = true;
  }, [path]);
  return (
    <>
      <a class="skip" href="#main" onClick={(event) => { event.preventDefault(); document.getElementById("main")?.focus(); }}>Skip to the content</a>
      <header class="top">
        <a class="brand" href="/" aria-label="Dateline, start page"><span class="brand-mark" aria-hidden="true" />Dateline</a>
        <nav aria-label="Pages">
          {links.map(({ href, words, more: rest, icon }) => (
            <a key={href} href={href} aria-current={isIn(path, href) ? "page" : undefined}><Icon name={icon} /><span>{words}{rest && <span class="long">{rest}</span>}</span></a>
          ))}
        </nav>
        <div class="top-acts">
          <button type="button" class="tool" aria-label={dark ? "Light colours" : "Dark colours"} title="Light or dark (Shift+D)" onClick={turn}><Icon name={dark ? "sun" : "moon"} /></button>
          <button type="button" class="tool" aria-label="Keyboard shortcuts" title="Keyboard shortcuts (?)" onClick={() => setHelp(true)}><Icon name="help" /></button>
          {session.user && (
            <Menu icon="user" words={session.user.name} label={`Account: ${session.user.name}`}>
              <p>{session.open ? "You are on this machine: everything is open to you." : `You are logged in as ${session.user.role}.`}</p>
              {more.map(({ href, words, icon }) => <a key={href} href={href} aria-current={path === href ? "page" : undefined}><Icon name={icon} />{words}</a>)}
              {!session.open && <button type="button" onClick={() => void logOut().then(onLogOut, complain)}><Icon name="out" />Log out</button>}
            </Menu>
          )}
        </div>
      </header>
      <main id="main" tabIndex={-1}><Guarded key={path}>{children}</Guarded></main>
      {help && <Help onClose={() => setHelp(false)} />}
      <Toasts />
    </>
  );
}

function isIn(path: string, href: string): boolean {
  if (href === "/") return path === "/" || path.startsWith("/incidents");
  if (href === "/articles" && path === "/statements") return true;
  if (href === "/review" && (path === "/decisions" || path === "/compare")) return true;
  return path === href || path.startsWith(`${href}/`);
}

const ROUTES: [RegExp, (parts: string[]) => JSX.Element][] = [
  [/^\/incidents\/([^/]+)$/, ([id]) => <IncidentView key={id} id={id as string} />],
  [/^\/articles$/, () => <ArticlesPage />],
  [/^\/articles\/([^/]+)$/, ([id]) => <ReaderPage key={id} id={id as string} />],
  [/^\/events\/([^/]+)$/, ([id]) => <EventRedirect key={id} id={id as string} />],
  [/^\/review$/, () => <ReviewPage />],
  [/^\/statements$/, () => <StatementsPage />],
  [/^\/decisions$/, () => <DecisionsPage />],
  [/^\/compare$/, () => <ComparePage />],
  [/^\/actors$/, () => <ActorsPage />],
  [/^\/actors\/([^/]+)$/, ([id]) => <ActorPageView key={id} id={id as string} />],
  [/^\/relations$/, () => <RelationsPage />],
  [/^\/add$/, () => <AddPage />],
  [/^\/news$/, () => <NewsPage />],
  [/^\/tokens$/, () => <TokensPage />],
  [/^\/password$/, () => <PasswordPage />],
  [/^\/accounts$/, () => <AccountsPage />],
  [/^\/audit$/, () => <AuditPage />],
  [/^\/welcome$/, () => <WelcomePage />],
];

function Pages() {
  const { path, query } = useWhere();
  return (
    <KnownContext.Consumer>
      {(known) => {
        if (path === "/" || path === "/incidents") {
          return known && known.status.articles === 0 && !query.size ? <WelcomePage /> : <IncidentsPage />;
        }
        for (const [pattern, page] of ROUTES) {
          const found = pattern.exec(path);
          if (found) return page(found.slice(1).map(decodeURIComponent));
        }
        return <Failed failure={new Failure("not_found", `There is no page ${path}. Choose one above.`, 404)} />;
      }}
    </KnownContext.Consumer>
  );
}

/** One page that fails does not take the others with it. */
class Guarded extends Component<{ children?: ComponentChildren }, { error: unknown }> {
  override state = { error: null as unknown };
  static override getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override render() {
    if (this.state.error === null) return this.props.children;
    return <Failed failure={new Failure("internal", `This page failed: ${String(this.state.error)}. Load it again; if it fails again, report it.`, 0)} again={() => location.reload()} />;
  }
}

function Help({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose} wide>
      <div class="shortcuts">
        {[...shortcutGroups()].reverse().filter((group) => group.shortcuts.length).map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.shortcuts.map((shortcut) => (
                <div key={shortcut.keys}>
                  <dt>{shortcut.keys.split(" ").map((key) => <kbd key={key}>{KEY_WORDS[key] ?? key.replace("Shift+", "⇧ ")}</kbd>)}</dt>
                  <dd>{shortcut.does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p class="note">Borders on maps are those of Natural Earth, as they are held, not as they are claimed. <a href="/licences.txt" target="_blank">Licences</a> of what this page is built with.</p>
    </Dialog>
  );
}

const KEY_WORDS: Record<string, string> = { ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→", Escape: "Esc" };
