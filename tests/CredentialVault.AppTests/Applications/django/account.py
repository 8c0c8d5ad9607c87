"""Makes the account and binds its authenticator; run by `manage.py shell`."""

import os

from django.contrib.auth import get_user_model
from django_otp.plugins.otp_totp.models import TOTPDevice

user = get_user_model().objects.create_superuser(
    os.environ["APP_USERNAME"], password=os.environ["APP_PASSWORD"]
)
TOTPDevice.objects.create(user=user, name="phone", key=os.environ["APP_TOTP_KEY"])
