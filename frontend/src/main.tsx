import { render } from "preact";
import { App } from "./app";
import { listen } from "./keys";
import { catchLinks, keepScroll } from "./router";
import { applyTheme } from "./theme";

applyTheme();
catchLinks();
keepScroll();
listen();
const root = document.getElementById("app");
if (root) render(<App />, root);
