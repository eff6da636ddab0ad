// The panel's page: draws, and follows the tab.

import { render } from "preact";
import { guardDrops } from "../ui/Files";
import { markLanguage } from "../ui/Shell";
import { Panel } from "./Panel";
import { follow } from "./state";

markLanguage();
guardDrops();
render(<Panel />, document.body);
void follow();
