import type { Result } from '../result'
import type { Channel, PushChannel, PushOf, ReplyOf, RequestOf } from './contract'

type Noun = Channel extends `${infer Name}.${string}` ? Name : never
type VerbOf<Name extends Noun> = Channel extends infer Each
  ? Each extends `${Name}.${infer Verb}`
    ? Verb
    : never
  : never

type Operation<Name extends Channel> = (request: RequestOf<Name>) => Promise<Result<ReplyOf[Name]>>

/** What `window.rivulet` is: an operation a channel, and one way to listen. */
export type Bridge = {
  readonly [Name in Noun]: {
    readonly [Verb in VerbOf<Name>]: Operation<`${Name}.${Verb}` & Channel>
  }
} & {
  /** Calls the listener with every push of that name until the returned function is called. */
  readonly listen: <Name extends PushChannel>(
    name: Name,
    listener: (payload: PushOf[Name]) => void,
  ) => () => void
}
