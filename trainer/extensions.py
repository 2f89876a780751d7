"""Flask extensions, made without an application; `create_app` binds them."""

from flask_wtf import CSRFProtect

csrf = CSRFProtect()
