/** What queues mail needs to know: the address of our pages, for links. Null where no mail server is configured. */
export type Mailing = { origin: string };
