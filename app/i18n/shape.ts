/** The shape of a namespace with the texts left open: the other language must have exactly the same keys. */
export type Translated<T> = { [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };
