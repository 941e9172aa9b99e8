/** How a what-if is named when it is kept. */
import { z } from "zod";

import { textField } from "../../lib/form-fields";
import { NAME_LENGTH } from "./schema";

export const scenarioNameSchema = z.object({ name: textField(NAME_LENGTH), formRef: z.uuid() });
