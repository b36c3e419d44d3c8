"""Sign-in: django-allauth, arranged for accounts that an admin makes and nobody registers."""
