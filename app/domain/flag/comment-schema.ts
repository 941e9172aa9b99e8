import { z } from "zod";

import { textField } from "../../lib/form-fields";

/** A person's word on a flag. */
export const commentForm = z.object({ comment: textField(2000).trim().min(1) });
