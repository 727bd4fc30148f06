/** What every window needs before it draws anything. */
import './fonts.css'
import './tokens.css'
import './base.css'
